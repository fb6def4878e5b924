/** The import under way in this register, the same one whenever the page is opened again. */
import { backupKeeper } from '@renderer/data/backups/current-keeper';
import { useRegister } from '@renderer/data/react';
import type { RegisterStore } from '@renderer/data/register-store';
import { keptFiles } from '@renderer/keys/kept-files';
import { openImportDesk } from '@renderer/workers/import-desk/client';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { startOffice } from './start-office';
import type { WizardState } from './wizard-state';
import { WizardStore } from './wizard-store';

const wizards = new WeakMap<RegisterStore, WizardStore>();

export function useWizardStore(): WizardStore {
  const store = useRegister();
  const known = wizards.get(store);
  if (known) return known;
  const wizard = new WizardStore({
    store,
    files: keptFiles,
    backUpFirst: () => backupKeeper?.backUp(store, 'beforeImport') ?? Promise.resolve(),
    openDesk: openImportDesk,
    startOffice: (office) => startOffice(store, office),
  });
  wizards.set(store, wizard);
  return wizard;
}

export interface Wizard {
  readonly wizard: WizardStore;
  readonly state: WizardState;
}

const WizardContext = createContext<WizardStore | null>(null);
export const WizardProvider = WizardContext.Provider;

/** Only below WizardProvider. */
export function useWizard(): Wizard {
  const wizard = useContext(WizardContext);
  if (!wizard) throw new Error('useWizard needs a WizardProvider above it');
  return { wizard, state: useSyncExternalStore(wizard.subscribe, wizard.get) };
}
