import { FieldEditorProvider } from '@renderer/data/field-editor';
import { ParkingBayPage } from '@renderer/features/parking-bay/parking-bay-page';
import { ledgerFieldEditor } from './ledger-field-editor';

export function ParkingBayRoute() {
  return (
    <FieldEditorProvider editor={ledgerFieldEditor}>
      <ParkingBayPage />
    </FieldEditorProvider>
  );
}
