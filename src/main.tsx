import { render } from 'solid-js/web';
import { registerServiceWorker } from './pwa.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no element #app');
render(() => <main>Horarium</main>, root);
registerServiceWorker((apply) => apply());
