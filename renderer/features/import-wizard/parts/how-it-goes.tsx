import { Icon, type IconName } from '@renderer/components/icons';
import classes from './how-it-goes.module.css';

const points: readonly { readonly icon: IconName; readonly title: string; readonly text: string }[] = [
  {
    icon: 'table',
    title: '表格原样就行',
    text: '表头有几行、按村分几张表、合计行、隐藏行都认得；一份台账里的企业、党组织、书记、指导员一次读出来。',
  },
  {
    icon: 'alert',
    title: '有疑问当面核对',
    text: '代码不对、日期不清、两行像同一家，都在您自己的表上标出来，可以就地修改，同类问题一次处理。',
  },
  {
    icon: 'undo',
    title: '确认了才写入',
    text: '先看新增多少、改了哪些，再点“确认写入”；原文件随批保存，整批随时可以撤销。',
  },
];

/** What an import is like, while there is no earlier one to look at. */
export function HowItGoes() {
  return (
    <ul className={classes['points']}>
      {points.map(({ icon, title, text }) => (
        <li key={title} className={classes['point']}>
          <h2 className={classes['title']}>
            <Icon name={icon} />
            {title}
          </h2>
          <p className={classes['text']}>{text}</p>
        </li>
      ))}
    </ul>
  );
}
