import { ImportWizard } from './import-wizard';
import { useWizardStore, WizardProvider } from './session/use-wizard';

/** 导入: from an office's own workbook to the register. */
export function ImportPage() {
  const wizard = useWizardStore();
  return (
    <WizardProvider value={wizard}>
      <ImportWizard />
    </WizardProvider>
  );
}
