/** What the mutation check found, as it is kept in Markdown. */
import type { Verdict } from './ask-tests';
import type { Mutation } from './mutations';

/** The first red test, and what the simulator alone says. */
export type Line = readonly [suites: string, simulator: string];

export const cellOfSuites = ({ red, seconds }: Verdict): string =>
  asCell(`${red ?? '**green**'} (${seconds} s)`);

/** @param seeds counties the simulator was given to notice in */
export const cellOfSimulator = ({ red, seconds }: Verdict, seeds: number): string =>
  asCell(`${red ?? `green in ${seeds} counties`} (${seconds} s)`);

/** Lines of a written table, by the name of their mutation; a line that is about something else is left out. */
export function readLines(mutations: readonly Mutation[], markdown: string): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const row of markdown.split('\n')) {
    const [, what, , suites, simulator] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const mutation = mutations.find((one) => subjectOf(one) === what);
    if (mutation && suites !== undefined && simulator !== undefined)
      lines.set(mutation.name, [suites, simulator]);
  }
  return lines;
}

export function tableOf(mutations: readonly Mutation[], lines: ReadonlyMap<string, Line>): string {
  const heading = ['taken out', 'in', 'first red test', 'the simulator alone'];
  const rows = mutations.flatMap((mutation) => {
    const line = lines.get(mutation.name);
    return line ? [[subjectOf(mutation), `\`${mutation.file}\``, ...line]] : [];
  });
  const table = [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `# Mutation check\n\n${introduction}\n\n${table.join('\n')}\n`;
}

const introduction = `Written by \`npm run mutate\`. Each line is one safeguard taken out of a copy of the project by one replacement of text
(\`tests/simulation/mutations/mutations.ts\`), the first test that went red, and whether the simulator alone notices, with the
seconds until then. A safeguard nobody misses makes the command fail.`;

const subjectOf = ({ name, instead }: Mutation): string => asCell(`${name}: ${instead}`);

/** A cell is one line; ids of a single run are too long to be read. */
const asCell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ').slice(0, 200);
