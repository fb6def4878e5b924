import { Button, Modal } from '@mantine/core';
import { Panel } from '@renderer/components/panel';
import { useOffice, useRegister } from '@renderer/data/react';
import { printHtml } from '@renderer/platform/print-html';
import type { Agreement, SyncStatus } from '@renderer/sync/status/sync-status';
import { toHtml } from '@shared/export/to-html';
import { formatNumber } from '@shared/lib/format-number';
import { useState } from 'react';
import { agreementTable, isSameRow, nameOfTable } from './agreement-table';
import classes from './exchange.module.css';
import { agreementText, shortDigest } from './exchange-words';

/** AGREE-2: the proof that both sides hold the same, with its digests, for the screen and for paper. */
export function AgreementPanel({ status }: { readonly status: SyncStatus }) {
  const now = useRegister().now();
  const [isOpen, setOpen] = useState(false);
  const { agreement, link } = status;
  if (link === 'alone') return null;
  return (
    <Panel title="与县级核对">
      {agreement === null ? (
        <p className={classes['text']}>还没有核对过。每次同步完成后自动核对，结果显示在这里，可以打印。</p>
      ) : (
        <>
          <p className={classes['agreement']} data-agreed={agreement.isAgreed}>
            {agreementText(agreement, now)}
          </p>
          <div className={classes['buttons']}>
            <Button size="xs" variant="default" onClick={() => setOpen(true)}>
              核对明细
            </Button>
            <PrintButton agreement={agreement} status={status} />
          </div>
          <Modal opened={isOpen} onClose={() => setOpen(false)} title="核对明细" size="xl">
            <Details agreement={agreement} />
          </Modal>
        </>
      )}
    </Panel>
  );
}

function PrintButton({ agreement, status }: { readonly agreement: Agreement; readonly status: SyncStatus }) {
  const office = useOffice();
  const print = () => {
    const table = agreementTable(agreement, {
      office: office?.name ?? '',
      device: status.me?.device.name ?? '',
      person: status.me?.name ?? '',
      serverUrl: status.serverUrl ?? '',
    });
    printHtml(toHtml(table), table.title).catch(() => {});
  };
  return (
    <Button size="xs" variant="default" onClick={print}>
      打印核对单
    </Button>
  );
}

/** The whole digest is compared by machines; eight digits are enough for two people on the telephone. */
function Details({ agreement }: { readonly agreement: Agreement }) {
  return (
    <>
      <table className={classes['table']} aria-label="核对明细">
        <thead>
          <tr>
            <th scope="col">台账</th>
            <th scope="col" data-number>
              本机条数
            </th>
            <th scope="col" data-number>
              县级条数
            </th>
            <th scope="col">本机摘要</th>
            <th scope="col">县级摘要</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {agreement.collections.map((row) => (
            <tr key={row.collection}>
              <th scope="row">{nameOfTable(row.collection)}</th>
              <td data-number>{formatNumber(row.count)}</td>
              <td data-number>{formatNumber(row.countyCount)}</td>
              <td title={row.digest}>{shortDigest(row.digest)}</td>
              <td title={row.countyDigest}>{shortDigest(row.countyDigest)}</td>
              <td>{isSameRow(row) ? '一致' : '不一致'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes['digest']}>
        核对到县级第 {formatNumber(agreement.through)} 号。总摘要：{agreement.digest}
      </p>
      <p className={classes['text']}>
        摘要是按每条记录的编号和县级流水号算出来的一串字：两边一样，就是一条不多、一条不少、都是最新的。
      </p>
    </>
  );
}
