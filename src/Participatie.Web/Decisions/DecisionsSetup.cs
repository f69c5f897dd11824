using Participatie.Web.Decisions.Answers;

namespace Participatie.Web.Decisions;

public static class DecisionsSetup
{
    public static WebApplicationBuilder AddDecisions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DecisionsOptions>().BindConfiguration("Decisions").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<DecisionRegister>();
        builder.Services.AddSingleton<AnswerStore>();
        builder.Services.AddSingleton<AnswerRecord>();
        builder.Services.AddSingleton<AnswerDecision>();
        builder.Services.AddSingleton<PostponeAnswer>();
        builder.Services.AddSingleton<MakeCommitment>();
        builder.Services.AddSingleton<TellProgress>();
        return builder;
    }
}
