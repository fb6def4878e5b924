import { FieldEditorProvider } from '@renderer/data/field-editor';
import { ConflictsPage } from '@renderer/features/conflicts/conflicts-page';
import { ledgerFieldEditor } from './ledger-field-editor';

export function ConflictsRoute() {
  return (
    <FieldEditorProvider editor={ledgerFieldEditor}>
      <ConflictsPage />
    </FieldEditorProvider>
  );
}
