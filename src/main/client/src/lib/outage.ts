import { createStore } from './store';

/** Whether the forum's last answer was that it cannot serve at the moment. */
export const isDown = createStore(false);
