/** What people ask of the exchange by stick. Nothing of it runs beside a round over the network. */
import { isoOf } from '../clock';
import { problemOfDisk } from '../disk-problem';
import type { RoundRunner } from '../round-runner';
import { exportReport, type ReportOptions } from './export-report';
import type { PackageActions } from './package-memory';
import { type TakeOptions, takePackage } from './take-package';

export interface PackageOptions extends TakeOptions, Pick<ReportOptions, 'fillRandom' | 'deposit'> {
  readonly runner: RoundRunner;
}

/** @param goOn whatever the network can add to what a package brought */
export function createPackageActions(options: PackageOptions, goOn: () => void): PackageActions {
  const { runner, context } = options;
  return {
    exportReport: () => runner.alone(() => exportReport(options)),
    async noteExported({ number, editCount }) {
      const at = isoOf(context.clock.nowMs());
      await context.memory.change(
        (now) =>
          now && {
            ...now,
            packages: now.packages && { ...now.packages, exported: { number, at, editCount } },
          },
      );
    },
    async takePackage(bytes, code) {
      try {
        const result = await runner.alone(() => takePackage(options, bytes, code));
        if (result.ok) goOn();
        return result;
      } catch (error) {
        return { ok: false, problem: problemOfDisk(error) };
      }
    },
  };
}
