import { Button, Group, Modal, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { BusyButton } from '@renderer/components/busy-button';
import { undoBatch } from '@renderer/data/import-batches';
import { useRegister } from '@renderer/data/react';
import type { TakeBackResult } from '@renderer/data/register-store';
import { useState } from 'react';

interface UndoBatchButtonProps {
  readonly batchId: string;
  readonly fileName: string;
  readonly size?: 'compact-sm' | 'sm';
}

/** 撤销本批, after one question, because others may be looking at the same figures. */
export function UndoBatchButton({ batchId, fileName, size = 'compact-sm' }: UndoBatchButtonProps) {
  const store = useRegister();
  const [isAsking, setIsAsking] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const undo = async () => {
    setIsWorking(true);
    const result = await undoBatch(store, batchId);
    setIsWorking(false);
    setIsAsking(false);
    notifications.show(messageOf(result, fileName));
  };
  return (
    <>
      <Button
        size={size}
        variant={size === 'sm' ? 'default' : 'subtle'}
        color={size === 'sm' ? undefined : 'gray.8'}
        aria-label={`撤销本批${fileName}`}
        onClick={() => setIsAsking(true)}
      >
        撤销本批
      </Button>
      <Modal opened={isAsking} onClose={() => setIsAsking(false)} title="撤销本批导入">
        <Text>
          “{fileName}”写入的内容会从台账收回：新增的移除，修改的恢复原值。导入后又改过的地方保留现值。
        </Text>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setIsAsking(false)}>
            取消
          </Button>
          <BusyButton
            doing={isWorking ? '正在撤销本批' : null}
            onClick={() => {
              void undo();
            }}
          >
            撤销本批
          </BusyButton>
        </Group>
      </Modal>
    </>
  );
}

function messageOf(result: TakeBackResult, fileName: string) {
  if (result.status === 'failed')
    return {
      color: 'red',
      title: '没有撤销，台账保持原样',
      message: result.problems.map(({ problem }) => problem.text).join(''),
    };
  const left = result.left.length > 0 ? `另有${result.left.length}处导入后改过，保留现值。` : '';
  return {
    color: 'green',
    title: `已撤销“${fileName}”`,
    message: `收回${result.changedCount}条记录。${left}`,
  };
}
