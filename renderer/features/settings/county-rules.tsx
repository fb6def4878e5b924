import { useMayWrite } from '@renderer/sync/status/use-may-write';
import type { ReactNode } from 'react';
import classes from './section.module.css';

/** Rules the county sets for all its townships (ROLE-1): whoever may not change them still reads them. */
export function CountyRules({ children }: { readonly children: ReactNode }) {
  if (useMayWrite('settings', { kind: 'ruleSet' })) return children;
  return (
    <>
      <p className={classes['notice']}>由县级统一设定，这里只能查看。需要调整的，请联系县级组织部门。</p>
      <fieldset className={classes['readOnly']} disabled>
        {children}
      </fieldset>
    </>
  );
}
