import { Button, Checkbox, Modal, Select, SimpleGrid } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { copyText } from '@renderer/components/copy-text';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type BoardName, boardNames, boards } from '../page/board-names';
import type { BoardPlace } from '../page/places';
import { fillScreen } from './use-screen';
import classes from './wall-button.module.css';
import { addressOf, rememberChoice, rememberedChoice, searchOf, secondsChoices } from './wall-choice';

interface WallFormProps {
  readonly place: BoardPlace;
  readonly onClose: () => void;
}

const secondsText = (seconds: number): string => (seconds < 60 ? `${seconds} 秒` : `${seconds / 60} 分钟`);

/** Which boards, how long each: the place is the one that is looked at. */
function WallForm({ place, onClose }: WallFormProps) {
  const navigate = useNavigate();
  const [remembered] = useState(rememberedChoice);
  const [chosen, setChosen] = useState<readonly BoardName[]>(remembered.scenes);
  const [seconds, setSeconds] = useState(remembered.seconds);
  const choice = { scenes: chosen, seconds, place: place.id ?? '' };
  const begin = () => {
    rememberChoice(choice);
    fillScreen();
    onClose();
    navigate({ to: '/wall', search: searchOf(choice) }).catch(() => {});
  };
  const copy = async () => {
    rememberChoice(choice);
    const isCopied = await copyText(addressOf(choice));
    notifications.show(
      isCopied
        ? { message: '大屏地址已复制。' }
        : { color: 'yellow', message: '浏览器不让复制，打开大屏后从地址栏复制。' },
    );
  };
  return (
    <>
      <fieldset className={classes['fields']}>
        <legend>轮换的看板</legend>
        <SimpleGrid cols={3}>
          {boardNames.map((name) => (
            <Checkbox
              key={name}
              label={boards[name]}
              checked={chosen.includes(name)}
              onChange={({ currentTarget }) =>
                setChosen(
                  boardNames.filter((one) => (one === name ? currentTarget.checked : chosen.includes(one))),
                )
              }
            />
          ))}
        </SimpleGrid>
      </fieldset>
      <Select
        label="每屏停留"
        allowDeselect={false}
        data={[...new Set([...secondsChoices, seconds])]
          .sort((a, b) => a - b)
          .map((one) => ({ value: String(one), label: secondsText(one) }))}
        value={String(seconds)}
        onChange={(value) => setSeconds(Number(value ?? seconds))}
      />
      <p className={classes['words']}>
        范围：{place.name}。数字随上报自动更新；空格键暂停，左右键换屏，Esc 键退出。
      </p>
      <div className={classes['actions']}>
        <Button variant="default" disabled={chosen.length === 0} onClick={() => void copy()}>
          复制大屏地址
        </Button>
        <Button disabled={chosen.length === 0} onClick={begin}>
          打开大屏
        </Button>
      </div>
    </>
  );
}

/** Opens the wall for the place that is looked at. */
export function WallButton({ place }: { readonly place: BoardPlace }) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        大屏
      </Button>
      <Modal opened={isOpen} onClose={close} title="大屏显示">
        <WallForm key={String(isOpen)} place={place} onClose={close} />
      </Modal>
    </>
  );
}
