import { Page } from '@renderer/components/page';
import { SideTabs } from '@renderer/components/side-tabs';
import { platform } from '@renderer/platform/current-platform';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { BackupSection } from './backup/backup-section';
import { BatchesSection } from './batches-section';
import { CriteriaSection } from './criteria-section';
import { DataSection } from './data-section';
import { DisplaySection } from './display-section';
import { OfficeSection } from './office-section';
import { ProgramSection } from './program/program-section';
import { RulesSection } from './rules-section';
import { SafetySection } from './safety/safety-section';
import { TargetsSection } from './targets-section';

const allSections = [
  { key: 'office', label: '填报单位', Content: OfficeSection },
  { key: 'targets', label: '年度目标', Content: TargetsSection },
  { key: 'rules', label: '统计口径', Content: RulesSection },
  { key: 'criteria', label: '六有标准', Content: CriteriaSection },
  { key: 'batches', label: '导入批次', Content: BatchesSection },
  { key: 'display', label: '显示', Content: DisplaySection },
  { key: 'backup', label: '备份', Content: BackupSection },
  { key: 'data', label: '数据', Content: DataSection },
  { key: 'safety', label: '本机安全', Content: SafetySection },
  { key: 'program', label: '桌面程序', Content: ProgramSection },
] as const;

/** A browser has no program of its own to set up. */
const sections = allSections.filter(({ key }) => key !== 'program' || platform.updates !== null);

/** 设置: one section at a time, its name in the address. */
export function SettingsPage() {
  const { section } = useSearch({ from: '/settings' });
  const navigate = useNavigate();
  const current = sections.find((one) => one.key === section) ?? allSections[0];
  return (
    <Page title="设置" state="保存后立即生效，可以撤销。">
      <SideTabs
        label="设置分类"
        tabs={sections}
        current={current.key}
        onChoose={(key) => {
          navigate({ to: '/settings', search: { section: key } }).catch(() => {});
        }}
      >
        <current.Content />
      </SideTabs>
    </Page>
  );
}
