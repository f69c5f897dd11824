// Reads an iCalendar file from standard input with a parser that is not ours, and writes what a calendar would show as JSON.
import { text } from "node:stream/consumers";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(await text(process.stdin)));
const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
const universal = (time) => ICAL.Time.fromJSDate(time.toJSDate(), true).toString();

process.stdout.write(JSON.stringify({
  version: calendar.getFirstPropertyValue("version"),
  name: calendar.getFirstPropertyValue("x-wr-calname"),
  events: calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const value = (name) => component.getFirstPropertyValue(name);
    for (const time of [event.startDate, event.endDate]) time.zone = zone; // the zone of the file, not one that Node knows
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: value("status"),
      summary: event.summary,
      location: event.location,
      description: event.description,
      url: value("url"),
      stamp: universal(value("dtstamp")),
      modified: universal(value("last-modified")),
      timezone: component.getFirstProperty("dtstart").getParameter("tzid"),
      clock: event.startDate.toString(),
      startsAt: universal(event.startDate),
      endsAt: universal(event.endDate),
    };
  }),
}));
