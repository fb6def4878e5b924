/** What one ledger table is: its columns, its views, how its records are grouped, searched and begun. */
import type { CellTone, CellValue, GridColumn } from '@renderer/components/data-grid/grid-types';
import type { CollectionName, DocumentOf } from '@shared/domain/collections';
import type { CriteriaSet, RuleSet } from '@shared/domain/rule-set';
import type { UnitFacts } from '@shared/figures/unit-facts';
import type { Problem } from '@shared/problems/problem';
import type { Relations } from '@shared/rules/relations';

/** Collections that have a ledger table. */
export const ledgerTables = [
  'units',
  'partyOrgs',
  'instructors',
  'partyRooms',
  'people',
  'orgUnits',
] as const satisfies readonly CollectionName[];
export type LedgerTable = (typeof ledgerTables)[number];
export type LedgerDocumentOf = DocumentOf<LedgerTable>;

/** Values a record does not hold itself, counted or looked up from others; by column id. */
export type Derived = Readonly<Record<string, CellValue>>;

export interface LedgerRow<D extends LedgerDocumentOf = LedgerDocumentOf> {
  readonly id: string;
  readonly document: D;
  /** Units only: facts on the as-of date. null for other records and for deleted units. */
  readonly facts: UnitFacts | null;
  readonly derived: Derived;
}

/** The register as a table sees it on the as-of date. */
export interface LedgerContext {
  readonly relations: Relations;
  readonly ruleSet: RuleSet;
  readonly criteriaSet: CriteriaSet;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Facts of a unit on the as-of date; null for units that are not in the register. */
  readonly factsOf: (unitId: string) => UnitFacts | null;
  /** Name of a document of any collection; null when there is none. */
  readonly nameOf: (id: string) => string | null;
  /** Open problems of a record, gaps included, those kept with a reason left out. */
  readonly problemsOf: (table: LedgerTable, document: LedgerDocumentOf) => readonly Problem[];
}

/** What a view judges by beside the row. */
export interface ViewContext {
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Open problems and gaps by record id; records with neither are absent. */
  readonly problemCounts: ReadonlyMap<
    string,
    { readonly open: number; readonly gaps: number; readonly text: string }
  >;
}

export interface LedgerViewDefinition<D extends LedgerDocumentOf> {
  readonly id: string;
  readonly label: string;
  /** One sentence: what is on this list and by which rule. */
  readonly hint: string;
  readonly isListed: (row: LedgerRow<D>, context: ViewContext) => boolean;
}

export interface FieldGroup {
  readonly label: string;
  /** Dotted paths; maps and blocks of fields are edited with an editor of their own. */
  readonly paths: readonly string[];
  /** Whether the group concerns a record with these values; absent = every record. What is filled in always shows. */
  readonly isFor?: (values: Readonly<Record<string, unknown>>) => boolean;
}

export interface DerivedColumn<D extends LedgerDocumentOf> {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly kind: GridColumn<LedgerRow<D>>['kind'];
  readonly value: (row: LedgerRow<D>) => CellValue;
  readonly hint?: string;
  readonly width?: number;
  readonly total?: GridColumn<LedgerRow<D>>['total'];
  readonly tone?: (row: LedgerRow<D>) => CellTone | null;
  readonly isHiddenAtFirst?: boolean;
}

/** A column of the model by its path, or one that is derived. */
export type ColumnSpec<D extends LedgerDocumentOf> = FieldColumn | DerivedColumn<D>;

export interface FieldColumn {
  readonly path: string;
  readonly width?: number;
  readonly isPinnedAtFirst?: boolean;
  readonly isLink?: boolean;
  readonly hasTotal?: boolean;
}

export interface TableModel<T extends LedgerTable = LedgerTable> {
  readonly table: T;
  readonly title: string;
  /** What one record is called: 单位, 党组织. */
  readonly noun: string;
  /** Counting word: 户, 个, 名. */
  readonly measure: string;
  /** Shown at first, in this order; every other field of `groups` can be added. */
  readonly columns: readonly ColumnSpec<DocumentOf<T>>[];
  readonly groups: readonly FieldGroup[];
  readonly views: readonly LedgerViewDefinition<DocumentOf<T>>[];
  readonly derive: (document: DocumentOf<T>, context: LedgerContext) => Derived;
  /** What a record is found by, in words: 名称、代码、联系人. */
  readonly foundBy: string;
  /** Texts a record is found by. `people` are read with surnames first (单 = shàn). */
  readonly searched: (document: DocumentOf<T>) => {
    readonly names: readonly string[];
    readonly people: readonly string[];
  };
}
