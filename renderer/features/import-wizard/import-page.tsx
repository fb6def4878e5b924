import { EmptyState } from '@renderer/components/empty-state';
import { Page } from '@renderer/components/page';
import { useMayWrite } from '@renderer/sync/status/use-may-write';
import { ImportWizard } from './import-wizard';
import { useWizardStore, WizardProvider } from './session/use-wizard';

/** 导入: from an office's own workbook to the register. */
export function ImportPage() {
  const wizard = useWizardStore();
  const mayWrite = useMayWrite('units');
  if (!mayWrite)
    return (
      <Page title="导入">
        <EmptyState
          icon="import"
          title="这里由经办人使用"
          hint="您的账号只能查看、导出和打印，不能导入台账。需要导入的，请联系县级组织员。"
        />
      </Page>
    );
  return (
    <WizardProvider value={wizard}>
      <ImportWizard />
    </WizardProvider>
  );
}
