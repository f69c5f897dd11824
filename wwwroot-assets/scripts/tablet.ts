import { Ballot } from "./ballot";
import { followMeeting } from "./live-page";

// While somebody fills in a ballot the page stays as it is; otherwise it follows the meeting.
const form = document.querySelector<HTMLFormElement>("#stemmen");
if (form) new Ballot(form);
else followMeeting();
