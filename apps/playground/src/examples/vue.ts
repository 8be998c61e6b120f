import { createApp } from 'vue';
import App from './vue-app.vue';
import { signedIn } from './kumo.ts';

createApp(App, { session: await signedIn() }).mount('#app');
