using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Participatie.Core.Privacy;
using Participatie.Web.Shared.Errors;

namespace Participatie.Web.Privacy.Numbers;

/// <summary>
/// Who writes a citizen service number or the number of a bank account into any form is asked whether that is meant, before
/// anything is kept. A pattern errs, so the writer decides.
/// </summary>
public sealed class AskAboutNumbers(IModelMetadataProvider metadata) : IAsyncPageFilter
{
    /// <summary>The button that sends a form as it is.</summary>
    public const string SendAnyway = "nummers-mogen";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (IsFilledIn(context.HttpContext) && Find(context.HttpContext.Request) is { } found)
            context.Result = Ask(found);
        else
            await next();
    }

    /// <summary>A form that somebody sent and that could be read, and not a program of ours that keeps a text meanwhile.</summary>
    private static bool IsFilledIn(HttpContext http) =>
        http.Features.Get<IFormFeature>()?.Form is not null
        && !http.IsAboutFault()
        && http.Request.Headers["Sec-Fetch-Mode"].ToString() is "" or "navigate"
        && http.GetEndpoint()?.Metadata.GetMetadata<TakesSecretsAttribute>() is null
        && !http.Request.Form.ContainsKey(SendAnyway);

    private static FoundNumbers? Find(HttpRequest request)
    {
        var numbers = new List<ForbiddenNumber>();
        var fields = new List<FilledField>();
        foreach (var (name, value) in request.Form.SelectMany(field => field.Value.Select(value => (field.Key, Value: value ?? ""))).Where(field => !IsOurs(field.Key)))
        {
            var found = ForbiddenData.FindIn(value);
            numbers.AddRange(found);
            fields.Add(new FilledField(name, value, found.Count > 0));
        }

        return numbers.Count == 0
            ? null
            : new FoundNumbers($"{request.Path}{request.QueryString}", [.. numbers.Distinct()], fields, [.. request.Form.Files.Select(file => file.Name).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The token against forged forms: the page gets a new one.</summary>
    private static bool IsOurs(string field) => string.Equals(field, "__RequestVerificationToken", StringComparison.Ordinal);

    private ViewResult Ask(FoundNumbers found) => new()
    {
        ViewName = "/Privacy/Numbers/FoundNumbers.cshtml",
        ViewData = new ViewDataDictionary<FoundNumbers>(metadata, new ModelStateDictionary()) { Model = found },
    };
}
