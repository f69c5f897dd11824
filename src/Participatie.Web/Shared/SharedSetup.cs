using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Participatie.Web.Shared.Languages;

namespace Participatie.Web.Shared;

public static class SharedSetup
{
    /// <summary>
    /// A form may be this large before it is refused unread, unless its page says otherwise; what a field may hold is said by
    /// its page.
    /// </summary>
    private const int LargestForm = 16 * 1024 * 1024;

    /// <summary>In bytes. Somebody who pastes a page into the search field gets an answer too, and not a dead line.</summary>
    private const int LongestAddress = 64 * 1024;

    /// <summary>A browser that came by HTTPS once does not come without it for so long; internet.nl asks for a year.</summary>
    private static readonly TimeSpan RememberHttps = TimeSpan.FromDays(365);

    /// <summary>By these names the machine itself asks, such as a probe.</summary>
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>A page without a handler for a method is shown all the same, to TRACE too, unless it says which it answers.</summary>
    private static readonly string[] MethodsOfPages = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post];

    /// <summary>Under this path are connections that stay open.</summary>
    public const string Connections = "/hubs";

    public static WebApplicationBuilder AddShared(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddLocalization();
        services.AddRazorPages()
            .WithRazorPagesAtContentRoot()
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts)));
        services.AddSingleton<IConfigureOptions<MvcOptions>, DutchBinding>();
        services.Configure<MvcOptions>(options => options.ModelBinderProviders.Insert(0, new CleanTextBinderProvider()));
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<Theme>();
        services.AddSingleton<Fragments>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "formulier";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true; // form tokens differ on every page, so sizes tell nothing
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "text/calendar", "text/markdown", "text/csv"];
        });
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (RememberHttps, true));
        services.AddOptions<HostFilteringOptions>().PostConfigure<PublicAddress>(static (options, address) => options.AllowedHosts = HostsOf(options, address));
        services.Configure<FormOptions>(options => options.ValueLengthLimit = LargestForm);
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestLineSize = LongestAddress);
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.Configure<RequestLocalizationOptions>(static options =>
        {
            options.SetDefaultCulture(Language.Dutch.Formats);
            options.AddSupportedCultures([.. Language.All.Select(language => language.Formats)]);
            options.AddSupportedUICultures([.. Language.All.Select(language => language.Code)]);
            options.RequestCultureProviders = [new LanguageOfReader()];
        });
        return builder;
    }

    public static WebApplication UseShared(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseHsts(); // over HTTPS
        app.UseHostCookies();
        app.UseWhen(IsPage, UsePages);
        app.UseRouting();
        app.UseWhen(IsPage, static pages => pages.UseRequestLocalization().Use(RefuseTooLarge));
        return app;
    }

    /// <summary>Makes answers small; last, so that the cache around it keeps them small.</summary>
    public static void UseCompression(this WebApplication app) => app.UseWhen(IsPage, static pages => pages.UseResponseCompression());

    /// <summary>An installation that knows its own name answers to no other: nobody puts another into its links and redirects.</summary>
    private static IList<string> HostsOf(HostFilteringOptions options, PublicAddress address) =>
        address.Domain is { } domain && options.AllowedHosts is ["*"] ? [domain, .. ThisMachine] : options.AllowedHosts;

    private static bool IsPage(HttpContext context) => !context.Request.Path.StartsWithSegments(Connections, StringComparison.Ordinal);

    /// <summary>What a page needs; a connection that stays open would carry it all evening, for each phone in the hall.</summary>
    private static void UsePages(IApplicationBuilder app)
    {
        app.UseExceptionHandler("/fout/500");
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
    }

    public static WebApplication MapShared(this WebApplication app)
    {
        app.MapStaticAssets();
        Theme.Map(app);
        app.MapRazorPages().WithStaticAssets().WithMetadata(new HttpMethodMetadata(MethodsOfPages));
        return app;
    }

    /// <summary>Says so, where the framework would say that the form was too old. The page that explains it reads nothing more.</summary>
    private static Task RefuseTooLarge(HttpContext context, RequestDelegate next)
    {
        var largest = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? LargestForm;
        if (!(context.Request.ContentLength > largest))
            return next(context);

        context.Request.ContentType = null;
        context.Request.ContentLength = null;
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
