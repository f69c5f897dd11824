using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Web.Polls;

namespace Participatie.Web.Decisions;

public static class DecisionsSetup
{
    public static WebApplicationBuilder AddDecisions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DecisionRegister>();
        builder.Services.TryAddSingleton<ReleasedPolls>();
        builder.Services.TryAddSingleton<OutcomeSentence>();
        return builder;
    }
}
