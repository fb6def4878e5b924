/** A page of 500 documents while the county around it grows a hundredfold: it must cost the same. */
import type { Bench, BenchResult } from './bench-result';
import type { Places } from './county/bench-county';
import { onBothDatabases, result } from './county/both-databases';
import { measurePages } from './county/page-cost';

const countySizes = [1000, 10_000, 100_000] as const;

async function measureGrowth(places: Places): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const size of countySizes) {
    const { township, county, plain } = await measurePages(places, size);
    const limit = { what: 'the township’s rows by one plain statement', values: plain };
    results.push(
      result(
        `page.township.${size}.${places.kind}`,
        `500 of a township in a county of ${size}`,
        township,
        limit,
      ),
      result(`page.county.${size}.${places.kind}`, `500 of the whole county of ${size}`, county, limit),
    );
  }
  return results;
}

export const bench: Bench = { name: 'Pages of a growing county', run: () => onBothDatabases(measureGrowth) };
