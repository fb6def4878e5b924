import { withStyleNonce } from './style-nonce';

/**
 * Prints a page that stands alone without leaving the one on screen. Resolves once the print dialog is open or,
 * where opening it holds up the page, closed.
 * @param title what a PDF is called if the dialog saves one: browsers take it from the page in the window
 */
export function printHtml(html: string, title: string): Promise<void> {
  // Kept after printing, because not every browser says when it is done.
  document.querySelector('iframe[data-print]')?.remove();
  const frame = document.createElement('iframe');
  frame.dataset['print'] = '';
  frame.title = '打印';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0';
  return new Promise((resolve) => {
    frame.onload = () => {
      const shownTitle = document.title;
      document.title = title;
      frame.contentWindow?.focus();
      frame.contentWindow?.print();
      document.title = shownTitle;
      resolve();
    };
    frame.srcdoc = withStyleNonce(html);
    document.body.append(frame);
  });
}
