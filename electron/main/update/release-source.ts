/** Where a release lies: a folder a person chose, or the county server. Both hold the same files. */
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseFileName } from '@shared/ipc/release';
import { updateProblems } from '@shared/problems/update-problems';
import { UpdateRefusal } from './update-refusal';

export interface ReleaseSource {
  /** @throws UpdateRefusal when there is none, or it cannot be reached */
  readRelease(): Promise<string>;
  /** A file the release names. @throws whatever reading or the network throws */
  readInstaller(name: string): Promise<AsyncIterable<Uint8Array>>;
}

const largestRelease = 2 * 2 ** 20;

export function folderSource(folder: string): ReleaseSource {
  return {
    async readRelease() {
      const bytes = await readFile(join(folder, releaseFileName)).catch(() => null);
      if (bytes === null) throw new UpdateRefusal(updateProblems.notFound({ place: '所选文件夹里' }));
      return bytes.subarray(0, largestRelease).toString('utf8');
    },
    readInstaller: async (name) => (await open(join(folder, name))).createReadStream(),
  };
}

/**
 * @param address of the county server
 * @param get Electron's own, which knows the proxies and certificates of the system
 */
export function serverSource(address: string, get: (url: string) => Promise<Response>): ReleaseSource {
  const urlOf = (name: string): string => new URL(`/updates/${name}`, address).href;
  const answerOf = async (name: string): Promise<Response> => {
    const answer = await get(urlOf(name)).catch(() => null);
    if (answer === null) throw new UpdateRefusal(updateProblems.unreachable({}));
    if (!answer.ok) throw new UpdateRefusal(updateProblems.notFound({ place: '县级服务器上' }));
    return answer;
  };
  return {
    readRelease: async () => (await (await answerOf(releaseFileName)).text()).slice(0, largestRelease),
    async readInstaller(name) {
      const { body } = await answerOf(name);
      if (body === null) throw new UpdateRefusal(updateProblems.notFound({ place: '县级服务器上' }));
      return body;
    },
  };
}
