import { Kbd } from '@mantine/core';
import { Page } from '@renderer/components/page';
import { shortcuts } from '@renderer/components/shortcuts';
import { Link } from '@tanstack/react-router';
import classes from './help-page.module.css';
import { questions } from './questions';

/** 帮助: answers in the order a clerk meets the questions, then the keys. */
export function HelpPage() {
  return (
    <Page title="帮助" state="不用联网也能看。" layout="sheet">
      <section className={classes['sheet']}>
        <h2>常见问题</h2>
        {questions.map(({ question, answer }) => (
          <details key={question} className={classes['question']}>
            <summary>{question}</summary>
            <p>{answer}</p>
          </details>
        ))}
      </section>
      <section className={classes['sheet']}>
        <h2>台账有没有问题</h2>
        <p>
          打不开、数字不对、怀疑丢了修改时，先看 <Link to="/self-check">自检报告</Link>。
        </p>
      </section>
      <section className={classes['sheet']}>
        <h2>键盘操作</h2>
        <div className={classes['columns']}>
          {shortcuts.map((group) => (
            <table key={group.title} className={classes['keys']}>
              <caption>{group.title}</caption>
              <tbody>
                {group.keys.map(({ keys, does }) => (
                  <tr key={does}>
                    <th scope="row">
                      {keys.map((key) => (
                        <Kbd key={key} mr={4}>
                          {key}
                        </Kbd>
                      ))}
                    </th>
                    <td>{does}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
      </section>
    </Page>
  );
}
