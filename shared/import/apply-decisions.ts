/** From a confirmed plan to the writes it stands for. */
import { withValueAt } from '@shared/domain/changes';
import { planImport } from './07-build-preview';
import type { Decisions, ImportPlan, PlanItem, PlannedOperation } from './plan-model';

/** The plan these decisions lead to. Questions left open stay `decide` and write nothing. */
export const decide = (plan: ImportPlan, decisions: Decisions): ImportPlan =>
  decisions === plan.decisions
    ? plan
    : planImport(plan.source.read, plan.source.register, {
        ...plan.source.context,
        decisions,
        ids: plan.ids,
      });

/**
 * Creations and changes in the order records depend on each other. Several rows about one record become one
 * operation: changes to a record this import creates are folded into its creation.
 */
export function applyDecisions(plan: ImportPlan, decisions: Decisions): PlannedOperation[] {
  const operations = new Map<string, PlannedOperation>();
  for (const item of decide(plan, decisions).items) {
    const before = operations.get(item.documentId);
    const operation = operationOf(item, before);
    if (operation) operations.set(item.documentId, operation);
  }
  return [...operations.values()];
}

function operationOf(item: PlanItem, before: PlannedOperation | undefined): PlannedOperation | null {
  const { collection, changes } = item;
  if (item.outcome === 'create' && item.draft)
    // The draft belongs to the item's own collection.
    return { op: 'create', collection, draft: { ...item.draft, source: 'import' } } as PlannedOperation;
  if (item.outcome !== 'change') return null;
  if (before?.op === 'create') {
    const draft = changes.reduce(
      (state: object, change) => withValueAt(state, change.path, change.after),
      before.draft,
    );
    // Paths of a collection's changes lead to fields of its drafts.
    return { ...before, draft } as PlannedOperation;
  }
  const values = Object.fromEntries(changes.map(({ path, after }) => [path, after]));
  return { op: 'change', collection, id: item.documentId, changes: { ...before?.changes, ...values } };
}
