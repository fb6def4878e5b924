/** Prints a page that stands alone without leaving the one on screen. */
export function printHtml(html: string): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    frame.style.position = 'fixed';
    frame.style.width = '0';
    frame.style.height = '0';
    frame.style.border = '0';
    frame.title = '打印';
    frame.onload = () => {
      const view = frame.contentWindow;
      if (!view) return;
      view.onafterprint = () => {
        frame.remove();
        resolve();
      };
      view.focus();
      view.print();
    };
    frame.srcdoc = html;
    document.body.append(frame);
  });
}
