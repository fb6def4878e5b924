import { notifications } from '@mantine/notifications';
import { keptFiles } from '@renderer/keys/kept-files';
import { platform } from '@renderer/platform/current-platform';
import type { ImportBatch } from '@shared/domain/setting';

/** Hands the kept original of an import back to the clerk. */
export async function saveOriginal({ fileId, fileName }: ImportBatch): Promise<void> {
  const bytes = fileId === null ? null : await keptFiles.readKeptFile(fileId).catch(() => null);
  if (bytes === null) {
    notifications.show({
      color: 'red',
      title: '没有找到原文件',
      message: `“${fileName}”的副本不在这台电脑上，请在导入它的电脑上查找。`,
    });
    return;
  }
  await platform.saveFile(fileName, bytes, 'application/octet-stream');
}
