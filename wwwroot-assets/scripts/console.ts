import { followMeeting } from "./live-page";
import { listenToShortcuts } from "./shortcuts";
import { tick } from "./timers";

followMeeting(tick);
listenToShortcuts();
setInterval(tick, 1000);
