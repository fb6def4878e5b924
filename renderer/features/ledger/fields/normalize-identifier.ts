/**
 * Codes and numbers in the form the register keeps them. Text that is no valid code is kept as it was typed and
 * marked as a problem: an office must be able to save what its paper says and ask later.
 */
import { normalizeCode } from '@shared/identifiers/parsed';
import { parsePhone } from '@shared/identifiers/phone';
import { cleanText } from '@shared/lib/text';

type Normalize = (text: string) => string | null;

const asCode: Normalize = (text) => {
  const clean = cleanText(text);
  return clean === null ? null : normalizeCode(clean);
};
const asPhone: Normalize = (text) => parsePhone(text).value ?? cleanText(text);

/** null for fields that are not codes or numbers of that kind. */
export function normalizeIdentifier(path: string): Normalize | null {
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (name === 'uscc' || name === 'idNo' || name === 'divisionCode') return asCode;
  return name === 'phone' || name === 'orgPhone' ? asPhone : null;
}
