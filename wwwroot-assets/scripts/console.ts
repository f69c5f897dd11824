import { followMeeting } from "./live-page";
import { tick } from "./timers";

followMeeting(tick);
setInterval(tick, 1000);
