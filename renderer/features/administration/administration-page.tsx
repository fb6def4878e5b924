/** 管理: places, accounts, devices, codes. Everything here is asked of the county and needs the network. */
import { EmptyState } from '@renderer/components/empty-state';
import { Page } from '@renderer/components/page';
import { SideTabs } from '@renderer/components/side-tabs';
import { useSyncStatus } from '@renderer/sync/status/react';
import { administers, type Role } from '@shared/sync/access';
import type { Me } from '@shared/sync/account-messages';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { AuditSection } from './audit/audit-section';
import { CodesSection } from './codes/codes-section';
import { DevicesSection } from './devices/devices-section';
import { HeldSection } from './held/held-section';
import { OrgUnitsSection } from './org-units/org-units-section';
import { PackagesSection } from './packages/packages-section';
import { UsersSection } from './users/users-section';

interface SectionProps {
  readonly me: Me;
  readonly serverUrl: string;
}
interface Section {
  readonly key: string;
  readonly label: string;
  readonly Content: ComponentType<SectionProps>;
  readonly roles: readonly Role[];
}

const both: readonly Role[] = ['administrator', 'organizer'];
const sections: readonly Section[] = [
  { key: 'places', label: '组织层级', Content: OrgUnitsSection, roles: both },
  { key: 'users', label: '账号', Content: ({ me }) => <UsersSection ownRole={me.role} />, roles: both },
  {
    key: 'devices',
    label: '设备',
    Content: ({ me }) => <DevicesSection ownDeviceId={me.device.id} />,
    roles: both,
  },
  {
    key: 'codes',
    label: '登记码',
    Content: ({ serverUrl }) => <CodesSection serverUrl={serverUrl} />,
    roles: both,
  },
  { key: 'packages', label: '数据交换包', Content: PackagesSection, roles: both },
  { key: 'held', label: '停用设备的改动', Content: HeldSection, roles: ['organizer'] },
  { key: 'audit', label: '操作记录', Content: AuditSection, roles: ['administrator'] },
];

export function AdministrationPage() {
  const { me, serverUrl } = useSyncStatus();
  if (me === null || !administers(me.role))
    return (
      <Page title="管理">
        <EmptyState
          icon="person"
          title="这里由县级管理员使用"
          hint={`建账号、发登记码、管设备和组织层级。${
            me === null
              ? '这台电脑还没有登录县级服务器，请先连接县级并登录。'
              : '您的账号没有这项权限；需要办理，请联系县级管理员。'
          }`}
        />
      </Page>
    );
  return <Sections me={me} serverUrl={serverUrl ?? ''} />;
}

function Sections({ me, serverUrl }: SectionProps) {
  const { section } = useSearch({ from: '/administration' });
  const navigate = useNavigate();
  const offered = sections.filter(({ roles }) => roles.includes(me.role));
  const current = offered.find(({ key }) => key === section) ?? offered[0];
  if (current === undefined) return null;
  return (
    <Page title="管理" state={`${me.county.name}的账号、设备和组织层级，联网时办理，每一步都有记录。`}>
      <SideTabs
        label="管理分类"
        tabs={offered}
        current={current.key}
        onChoose={(key) => {
          navigate({ to: '/administration', search: { section: key } }).catch(() => {});
        }}
      >
        <current.Content me={me} serverUrl={serverUrl} />
      </SideTabs>
    </Page>
  );
}
