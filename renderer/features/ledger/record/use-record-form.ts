/** The form of one record: values, what the schema refuses, what should be checked, and saving. */
import { type UseFormReturnType, useForm } from '@mantine/form';
import { fieldProblems } from '@renderer/data/field-problems';
import { useFacts } from '@renderer/data/figures/react';
import { useOffice, useRegister } from '@renderer/data/react';
import type { CommitResult } from '@renderer/data/register-store';
import { diffDocuments } from '@shared/domain/changes';
import { documentFields } from '@shared/domain/document';
import { chinaDayOf } from '@shared/lib/day';
import { keptKey, type Problem } from '@shared/problems/problem';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { allProblems } from '../fields/document-problems';
import { withStatus } from '../page/cell-operations';
import { isSaved } from '../page/notices';
import { createOperation, homeTownshipOf } from '../page/use-ledger-actions';
import { tableModel } from '../tables/all-tables';
import type { LedgerDocumentOf, LedgerTable } from '../tables/table-model';
import { blankRecord, formSchema } from './new-record';

type Values = Record<string, unknown>;
/** What this file asks of the form; its full type depends on the validation given. */
type RecordForm = Pick<
  UseFormReturnType<Values>,
  'isDirty' | 'setInitialValues' | 'setValues' | 'validate' | 'getValues' | 'getInitialValues'
>;

/** A record's own fields and its kept warnings; the rest of its bookkeeping is the register's. */
const valuesOf = (document: LedgerDocumentOf): Values =>
  Object.fromEntries(
    Object.entries(document).filter(([name]) => name === 'kept' || !(name in documentFields)),
  );

/** Bookkeeping that the checks of a record look at. */
const unsaved = { id: '', orgUnitId: '', kept: {}, deletedAt: null };

/** For @mantine/form: path → sentence, from the schema of the table. */
function schemaErrors(table: LedgerTable, values: Values): Record<string, string> {
  const result = formSchema(table).safeParse(values);
  if (result.success) return {};
  return Object.fromEntries(
    fieldProblems(table, values, result.error).flatMap(({ field, text }) =>
      field === null ? [] : [[field, text]],
    ),
  );
}

export function useRecordForm(table: LedgerTable, document: LedgerDocumentOf | null) {
  const register = useRegister();
  const office = useOffice();
  const unreadable = useRef(new Map<string, string>());
  const home = homeTownshipOf(register, office?.homeOrgUnitId);
  const form = useForm<Values>({
    mode: 'controlled',
    initialValues: document === null ? blankRecord(table, home) : valuesOf(document),
    validate: (values) => ({ ...schemaErrors(table, values), ...Object.fromEntries(unreadable.current) }),
  });
  useFreshValues(form, document);
  const { values } = form;
  const { relations, asOf } = useFacts();
  const problems = useMemo(
    // A form has every field of its table; the bookkeeping of a record not saved yet says only that it is new.
    () => allProblems(table, { ...unsaved, ...document, ...values } as LedgerDocumentOf, relations, asOf),
    [table, document, values, relations, asOf],
  );
  const save = useCallback(async (): Promise<string | null> => {
    const result = await saveValues(table, document, form, register);
    if (result === null || !isSaved(result)) return null;
    form.resetDirty();
    return document?.id ?? result.ids[0] ?? null;
  }, [table, document, form, register]);
  const keep = (problem: Problem, reason: string | null) => {
    const kept = { ...(values['kept'] as object | undefined) };
    const others = Object.fromEntries(Object.entries(kept).filter(([key]) => key !== keptKey(problem)));
    const entry = { reason, by: office?.filler ?? '本机用户', at: register.now() };
    form.setFieldValue('kept', reason === null ? others : { ...others, [keptKey(problem)]: entry });
  };
  const setUnreadable = (path: string, problem: string | null) => {
    if (problem === null) unreadable.current.delete(path);
    else unreadable.current.set(path, problem);
  };
  return { form, problems, save, keep, setUnreadable, newId: register.newId };
}

/** Edits made in the table or taken back show in the form at once, unless somebody is typing in it. */
function useFreshValues(form: RecordForm, document: LedgerDocumentOf | null): void {
  const latest = useRef(form);
  latest.current = form;
  useEffect(() => {
    if (document === null || latest.current.isDirty()) return;
    latest.current.setInitialValues(valuesOf(document));
    latest.current.setValues(valuesOf(document));
  }, [document]);
}

/** null when the form itself has errors, which it then shows. Only fields that were changed are written. */
async function saveValues(
  table: LedgerTable,
  document: LedgerDocumentOf | null,
  form: RecordForm,
  register: ReturnType<typeof useRegister>,
): Promise<CommitResult | null> {
  if (form.validate().hasErrors) return null;
  const values = form.getValues();
  const { noun } = tableModel(table);
  const name = typeof values['name'] === 'string' ? values['name'] : noun;
  if (document === null)
    return register.commit([createOperation(table, null, values)], { label: `新建${noun}“${name}”` });
  const differences = diffDocuments(form.getInitialValues(), values);
  const changes = Object.fromEntries(Object.entries(differences).map(([path, { to }]) => [path, to]));
  if (Object.keys(changes).length === 0) return { status: 'saved', ids: [document.id], changedCount: 0 };
  const today = chinaDayOf(register.now());
  const operation = {
    op: 'change',
    collection: table,
    id: document.id,
    changes: withStatus(table, document, changes, today),
  } as const;
  return register.commit([operation], { label: `修改“${name}”` });
}
