import { followMeeting } from "./live-page";

followMeeting();
