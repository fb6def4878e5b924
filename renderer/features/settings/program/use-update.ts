import { useRegister } from '@renderer/data/react';
import { platform } from '@renderer/platform/current-platform';
import type { ChannelArgs, UpdateFound } from '@shared/ipc/channels';
import { useCallback, useEffect, useState } from 'react';
import { keepPresent } from '../backup/keep-present';

type Place = ChannelArgs<'update:look'>[0];
type Doing =
  | { readonly what: 'looking'; readonly place: Place['kind'] }
  | { readonly what: 'installing' }
  | null;

const unexpected: UpdateFound = {
  status: 'refused',
  text: '没有查成，程序没有改动。请重试；仍不行时请重启程序。',
};
const progressMs = 500;

/** How far an installer has come, in words; asked again and again while it comes. */
function useProgress(isInstalling: boolean): string {
  const [words, setWords] = useState('正在准备');
  useEffect(() => {
    if (!isInstalling) return;
    const ask = () => {
      platform.updates?.progress().then(
        (progress) =>
          setWords(
            progress === null
              ? '正在准备'
              : `正在接收并核对 ${Math.floor((progress.receivedBytes / progress.totalBytes) * 100)}%`,
          ),
        () => {},
      );
    };
    const timer = setInterval(ask, progressMs);
    return () => clearInterval(timer);
  }, [isInstalling]);
  return words;
}

/** One look or one installation at a time. */
export function useUpdate() {
  const register = useRegister();
  const [doing, setDoing] = useState<Doing>(null);
  const [found, setFound] = useState<UpdateFound | null>(null);
  const words = useProgress(doing?.what === 'installing');
  const look = useCallback((place: Place) => {
    setDoing({ what: 'looking', place: place.kind });
    setFound(null);
    platform.updates
      ?.look(place)
      .then(setFound, () => setFound(unexpected))
      .finally(() => setDoing(null));
  }, []);
  const install = useCallback(() => {
    setDoing({ what: 'installing' });
    keepPresent(register, 'beforeUpdate', '升级')
      .then((mayGoOn) => (mayGoOn ? platform.updates?.install() : undefined))
      .then(
        (outcome) => {
          if (outcome?.status === 'refused') setFound(outcome);
        },
        () => setFound(unexpected),
      )
      .finally(() => setDoing(null));
  }, [register]);
  return {
    found,
    look,
    install,
    isBusy: doing !== null,
    lookingIn: doing?.what === 'looking' ? doing.place : null,
    installing: doing?.what === 'installing' ? words : null,
  };
}
