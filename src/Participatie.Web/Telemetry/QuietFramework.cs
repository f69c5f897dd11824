using Microsoft.Extensions.Options;

namespace Participatie.Web.Telemetry;

/// <summary>
/// Below warnings, the framework writes the address of every request into the log: the codes of meetings and passes, at the
/// time that somebody used them. However talkative a log is asked to be, that stays out of it, except on a developer's machine.
/// </summary>
public sealed class QuietFramework(IHostEnvironment environment) : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Families = ["Microsoft.AspNetCore", "Microsoft.Extensions", "System.Net"];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        if (environment.IsDevelopment())
            return;

        for (var index = 0; index < options.Rules.Count; index++)
            options.Rules[index] = Limit(options.Rules[index]);

        // For each place where a log goes: a rule of its own would otherwise pass ours by.
        foreach (var provider in options.Rules.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToList())
        {
            foreach (var family in Families.Where(family => !options.Rules.Any(rule => IsFor(rule, provider, family))).ToList())
                options.Rules.Add(new LoggerFilterRule(provider, family, LogLevel.Warning, filter: null));
        }
    }

    private static bool IsFor(LoggerFilterRule rule, string? provider, string family) =>
        string.Equals(rule.ProviderName, provider, StringComparison.Ordinal) && string.Equals(rule.CategoryName, family, StringComparison.OrdinalIgnoreCase);

    private static LoggerFilterRule Limit(LoggerFilterRule rule) =>
        rule is { CategoryName: { } category, LogLevel: < LogLevel.Warning } && IsFramework(category)
            ? new LoggerFilterRule(rule.ProviderName, category, LogLevel.Warning, rule.Filter)
            : rule;

    /// <summary>Also a shorter name that covers a family: "Microsoft", or a pattern with a star.</summary>
    private static bool IsFramework(string category) =>
        category.StartsWith("Microsoft", StringComparison.OrdinalIgnoreCase) || category.StartsWith("System", StringComparison.OrdinalIgnoreCase) || category.Contains('*', StringComparison.Ordinal);
}
