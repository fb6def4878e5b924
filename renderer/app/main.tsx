import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './global.css';
import { styleNonce } from '@renderer/platform/style-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';

const container = document.getElementById('root');
if (container === null) throw new Error('index.html has no #root');

// The scroll lock behind dialogs looks for the word under this name.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });

createRoot(container).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
