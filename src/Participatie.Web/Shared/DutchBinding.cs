using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Participatie.Web.Shared;

/// <summary>What the framework says of a field it cannot read, in the user's words.</summary>
internal sealed class DutchBinding(IStringLocalizer<Texts> texts) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts["‘{0}’ past hier niet. Vul iets anders in.", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["Dit past hier niet. Vul iets anders in."]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["‘{0}’ past hier niet. Vul iets anders in.", value]);
        messages.SetValueIsInvalidAccessor(value => texts["‘{0}’ past hier niet. Vul iets anders in.", value]);
        messages.SetValueMustBeANumberAccessor(_ => texts["Vul hier een getal in."]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Vul hier een getal in."]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Vul dit in."]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Vul dit in."]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Vul dit in."]);
    }
}
