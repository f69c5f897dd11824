using Participatie.Web.Meetings.Floor;
using Participatie.Web.Meetings.Guests;
using Participatie.Web.Meetings.Joining;
using Participatie.Web.Meetings.Phone;
using Participatie.Web.Meetings.Planning;
using Participatie.Web.Meetings.Queue;
using Participatie.Web.Meetings.Rehearsing;
using Participatie.Web.Meetings.Undoing;
using Participatie.Web.Shared;

namespace Participatie.Web.Meetings;

public static class MeetingsSetup
{
    public static WebApplicationBuilder AddMeetings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MeetingStore>();
        builder.Services.AddSingleton<AgendaStore>();
        builder.Services.AddSingleton<ParticipantCookie>();
        builder.Services.AddOptions<JoinOptions>().BindConfiguration(JoinOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<GuessLimit>();
        builder.Services.AddSingleton<Join>();
        builder.Services.AddSingleton<PlanMeeting>();
        builder.Services.AddSingleton<CopyMeeting>();
        builder.Services.AddSingleton<StartRehearsal>();
        builder.Services.AddSingleton<DiscardRehearsal>();
        builder.Services.AddRecurringWork<ForgetRehearsals>();
        builder.Services.AddSingleton<MeetingTemplates>();
        builder.Services.AddSingleton<CancelMeeting>();
        builder.Services.AddSingleton<ReinstateMeeting>();
        builder.Services.AddSingleton<OpenMeeting>();
        builder.Services.AddSingleton<StartItem>();
        builder.Services.AddSingleton<CloseMeeting>();
        builder.Services.AddSingleton<UndoStep>();
        builder.Services.AddSingleton<GiveFloor>();
        builder.Services.AddSingleton<CountAttendance>();
        builder.Services.AddSingleton<GuestStore>();
        builder.Services.AddSingleton<Hands>();
        builder.Services.AddSingleton<RaiseHand>();
        builder.Services.AddSingleton<LowerHand>();
        builder.Services.AddSingleton<CallSpeaker>();
        return builder;
    }

    public static WebApplication MapMeetings(this WebApplication app)
    {
        app.MapServiceWorker();
        return app;
    }
}
