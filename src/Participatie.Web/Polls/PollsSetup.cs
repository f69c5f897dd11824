using Participatie.Web.Data;
using Participatie.Web.Polls.Aids;
using Participatie.Web.Polls.Doors;
using Participatie.Web.Polls.Planning;
using Participatie.Web.Polls.Showing;

namespace Participatie.Web.Polls;

public static class PollsSetup
{
    public static WebApplicationBuilder AddPolls(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<PollStore>();
        services.AddSingleton<PollBeginnings>();
        services.AddSingleton<ChangeAids>();
        services.AddSingleton<LivePolls>();
        services.AddSingleton<Passes>();
        services.AddSingleton<PassHolders>();
        services.AddSingleton<OwnBallots>();
        services.AddSingleton<OutcomeSentence>();
        services.AddSingleton<RuleSentence>();
        services.AddSingleton<ResultTables>();
        services.AddSingleton<ChannelSentence>();
        services.AddSingleton<PollShowing>();
        services.AddSingleton<ReleasedPolls>();
        services.AddSingleton<CountedBallots>();
        services.AddSingleton<Scrubber>();
        services.AddSingleton<BallotBox>();
        services.AddHostedService(provider => provider.GetRequiredService<BallotBox>());
        services.AddHostedService(provider => provider.GetRequiredService<UsePass>());

        services.AddSingleton<Stacks>();
        services.AddSingleton<EnterBallots>();
        services.AddSingleton<CheckBallots>();
        services.AddSingleton<TabletCookie>();
        services.AddSingleton<TabletTurn>();
        services.AddSingleton<CastVote>();
        services.AddSingleton<OpenPoll>();
        services.AddSingleton<ClosePoll>();
        services.AddSingleton<ReleasePoll>();
        services.AddSingleton<WithdrawPoll>();
        services.AddSingleton<DrawLot>();
        services.AddSingleton<ReplacePass>();
        services.AddSingleton<UsePass>();
        return builder;
    }

    public static WebApplication MapPolls(this WebApplication app)
    {
        app.MapPollMedia();
        return app;
    }
}
