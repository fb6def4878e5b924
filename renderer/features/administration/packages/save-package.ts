import { notifications } from '@mantine/notifications';
import { platform } from '@renderer/platform/current-platform';
import type { PackageFile } from '@shared/sync/package-messages';
import { fromBase64 } from './base64';

/** @returns whether it lies on the disk now */
export async function savePackage({ fileName, file }: PackageFile): Promise<boolean> {
  try {
    return (await platform.saveFile(fileName, fromBase64(file), 'application/octet-stream')) === 'saved';
  } catch {
    notifications.show({
      color: 'red',
      title: '没有存成',
      message: '请检查 U 盘是否已满或写保护，换一个位置再试。',
      autoClose: false,
    });
    return false;
  }
}
