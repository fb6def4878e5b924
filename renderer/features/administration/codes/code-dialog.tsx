import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import { FactLines } from '@renderer/components/fact-lines';
import { printHtml } from '@renderer/platform/print-html';
import type { CodeMessage } from '@shared/sync/account-messages';
import { QRCodeSVG } from 'qrcode.react';
import { useRef } from 'react';
import classes from '../administration.module.css';
import { enrolAddress, slipHtml, slipOf } from './code-slip';

interface CodeDialogProps {
  readonly message: CodeMessage;
  readonly serverUrl: string;
  readonly onClose: () => void;
}

/** The code, once: to read out, to scan, to print. */
export function CodeDialog({ message, serverUrl, onClose }: CodeDialogProps) {
  const picture = useRef<SVGSVGElement>(null);
  const slip = slipOf(message, serverUrl);
  if (slip === null) return null;
  const print = () => {
    printHtml(slipHtml(slip, picture.current?.outerHTML ?? ''), '设备登记码').catch(() => {});
  };
  return (
    <Modal opened onClose={onClose} title="登记码" size="lg" closeOnClickOutside={false}>
      <Stack gap="sm">
        <div className={classes['slip']}>
          <div>
            <div className={classes['secret']} data-testid="enrolment-code">
              {slip.code}
            </div>
            <FactLines
              lines={[
                ['县级服务器', slip.serverUrl],
                ['登记到', slip.place],
                ['说明', slip.note || '—'],
                ['有效期至', slip.expiresText],
              ]}
            />
          </div>
          <QRCodeSVG
            ref={picture}
            value={enrolAddress(serverUrl, slip.code)}
            size={160}
            marginSize={2}
            title="扫码打开连接县级的页面"
          />
        </div>
        <Text size="sm">只显示这一次，关掉就查不到了。对方在“连接县级”里填上服务器地址和登记码即可。</Text>
        <Group justify="flex-end">
          <CopyButton value={`县级服务器：${slip.serverUrl}\n登记码：${slip.code}`}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? '已复制' : '复制'}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={print}>
            打印
          </Button>
          <Button onClick={onClose}>完成</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
