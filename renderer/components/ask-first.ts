import { modals } from '@mantine/modals';

interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that goes on all the same. */
  readonly yes: string;
}

/** Asks before something that may be too early. @returns whether to go on */
export const askFirst = ({ title, text, yes }: Question): Promise<boolean> =>
  new Promise((resolve) => {
    modals.openConfirmModal({
      title,
      children: text,
      labels: { confirm: yes, cancel: '先不办' },
      onConfirm: () => resolve(true),
      // Also when it is closed by Esc; after a yes this says nothing more.
      onClose: () => resolve(false),
    });
  });
