import { Kbd, Modal } from '@mantine/core';
import { shortcuts } from '@renderer/components/shortcuts';
import classes from './keyboard-help.module.css';

interface KeyboardHelpProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The keys, on `?`. */
export function KeyboardHelp({ isOpen, onClose }: KeyboardHelpProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="键盘操作" size="lg">
      <div className={classes['columns']}>
        {shortcuts.map((group) => (
          <section key={group.title}>
            <h3 className={classes['title']}>{group.title}</h3>
            <dl className={classes['list']}>
              {group.keys.map(({ keys, does }) => (
                <div key={does} className={classes['row']}>
                  <dt>
                    {keys.map((key) => (
                      <Kbd key={key} mr={4}>
                        {key}
                      </Kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
