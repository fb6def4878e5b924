/**
 * Typing one value of any record, wherever it is asked for (冲突、搁置箱). The inputs themselves belong to the ledger;
 * the app hands them in, so that features need not know each other.
 */
import type { CollectionName } from '@shared/domain/collections';
import { type ComponentType, createContext, type ReactNode, useContext } from 'react';

export interface FieldAddress {
  readonly collection: CollectionName;
  /** In collections that have several kinds; null elsewhere. */
  readonly kind: string | null;
  /** Dotted path of the field. */
  readonly path: string;
}

export interface FieldInputProps extends FieldAddress {
  readonly label: string;
  /** As the document holds it. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** Text that cannot be read, until it can again. */
  readonly onUnreadable?: (problem: string | null) => void;
  readonly error?: string | undefined;
}

export interface FieldEditor {
  /** False for values no single input holds, for example a whole entry of a map. */
  readonly canType: (field: FieldAddress) => boolean;
  readonly Input: ComponentType<FieldInputProps>;
}

const FieldEditorContext = createContext<FieldEditor | null>(null);

export function FieldEditorProvider({ editor, children }: { editor: FieldEditor; children: ReactNode }) {
  return <FieldEditorContext value={editor}>{children}</FieldEditorContext>;
}

/** Only below FieldEditorProvider. */
export function useFieldEditor(): FieldEditor {
  const editor = useContext(FieldEditorContext);
  if (!editor) throw new Error('useFieldEditor needs a FieldEditorProvider above it');
  return editor;
}
