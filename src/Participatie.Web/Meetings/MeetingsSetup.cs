namespace Participatie.Web.Meetings;

public static class MeetingsSetup
{
    public static WebApplicationBuilder AddMeetings(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MeetingStore>();
        builder.Services.AddSingleton<AgendaStore>();
        builder.Services.AddSingleton<ParticipantCookie>();
        return builder;
    }
}
