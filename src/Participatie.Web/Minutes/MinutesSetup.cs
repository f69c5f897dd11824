using Participatie.Web.Minutes.Adopting;
using Participatie.Web.Minutes.Attachments;
using Participatie.Web.Minutes.Markup;
using Participatie.Web.Minutes.Notes;

namespace Participatie.Web.Minutes;

public static class MinutesSetup
{
    public static WebApplicationBuilder AddMinutes(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<MinutesOptions>().BindConfiguration("Minutes").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<RecordWords>();
        services.AddSingleton<RecordReader>();
        services.AddSingleton<AttachmentLinks>();
        services.AddSingleton<ReadMinutes>();
        services.AddSingleton<MinutesDraft>();
        services.AddSingleton<MinutesStore>();
        services.AddSingleton<NoteStore>();
        services.AddSingleton<DraftMinutes>();
        services.AddSingleton<SaveMinutes>();
        services.AddSingleton<CorrectionStore>();
        services.AddSingleton<AdoptingPolls>();
        services.AddSingleton<ShareMinutes>();
        services.AddSingleton<SendCorrection>();
        services.AddSingleton<JudgeCorrection>();
        services.AddSingleton<AdoptMinutes>();
        services.AddSingleton<ReopenMinutes>();
        services.AddSingleton<PublishMinutes>();
        services.AddSingleton<AttachmentStore>();
        services.AddSingleton<AttachmentFiles>();
        services.AddSingleton<AddAttachment>();
        services.AddSingleton<RemoveAttachment>();
        return builder;
    }

    public static WebApplication MapMinutes(this WebApplication app)
    {
        app.MapAttachmentDownloads();
        return app;
    }
}
