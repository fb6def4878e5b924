import { FigureTile } from '@renderer/components/figure-tile';
import { useRegister } from '@renderer/data/react';
import { chinaDayOf } from '@shared/lib/day';
import { silentAmong, silentDays, useDevices, useMaySeeDevices } from '../../overview/silent-devices';
import { useBoard } from '../../page/board-context';
import { agoWords, useFreshness } from '../../quality/book-panels';
import { useFindings } from '../../quality/quality-board';
import classes from '../wall.module.css';
import { WallList } from '../wall-list';

function Freshness() {
  const { nameOf } = useBoard();
  const { today, shown } = useFreshness();
  return (
    <WallList
      title="最久没有录入"
      note="各乡镇（街道）最近一次录入"
      rows={shown.map(({ townshipId, lastAt }) => ({
        key: townshipId,
        name: nameOf('township', townshipId),
        value: agoWords(lastAt, today),
        note: chinaDayOf(lastAt),
      }))}
      most={9}
      measure="个乡镇（街道）"
      none="台账里还没有记录。"
    />
  );
}

function SilentDevices() {
  const devices = useDevices();
  const today = chinaDayOf(useRegister().now());
  const silent = devices.status === 'ready' ? silentAmong(devices.items, today) : [];
  return (
    <WallList
      title="多日未同步"
      note={`${silentDays} 天以上没有联系县级`}
      rows={silent.map(({ device, days }) => ({
        key: device.id,
        name: device.orgUnit.name,
        value: days === null ? '从未联系' : `${days} 天`,
        note: device.name,
        tone: 'soon',
      }))}
      most={5}
      measure="台设备"
      none={
        devices.status === 'failed'
          ? devices.problem.text
          : devices.status === 'loading'
            ? '正在取设备清单…'
            : '没有，各单位都在同步。'
      }
    />
  );
}

/** 数据质量: how fresh the books are, what does not add up, who has not been heard of. */
export function QualityScene() {
  const { change } = useBoard();
  const findings = useFindings();
  const townships = new Set(findings.flatMap(({ townshipId }) => townshipId ?? []));
  return (
    <div className={classes['columns']} data-layout="oneAndTwo">
      <Freshness />
      <FigureTile
        size="large"
        label="审核问题"
        value={String(findings.length)}
        measure="条"
        note={findings.length === 0 ? '各项审核规则都通过' : `涉及 ${townships.size} 个乡镇（街道）`}
        onOpen={() => change({})}
      />
      {useMaySeeDevices() && <SilentDevices />}
    </div>
  );
}
