using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Options;

namespace Participatie.Web.Reading.Caching;

/// <summary>What is public: every page of this folder, the register of decisions, what is said of privacy, and what is mapped here.</summary>
public static class PublicPages
{
    private const int Megabyte = 1024 * 1024;

    public static void AddPublicPages(this IServiceCollection services)
    {
        services.AddOptions<ReadingOptions>().BindConfiguration(ReadingOptions.Section)
            .Validate(options => options.KeepFor >= TimeSpan.Zero && options.KeepMegabytes > 0, "KeepFor is no time, or KeepMegabytes is not above 0.")
            .ValidateOnStart();
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<IOptions<ReadingOptions>>((cache, reading) =>
        {
            cache.UseCaseSensitivePaths = true;
            cache.SizeLimit = (long)reading.Value.KeepMegabytes * Megabyte;
            cache.MaximumBodySize = Megabyte;
        });
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AddFolderApplicationModelConvention("/Reading", static page => page.EndpointMetadata.Add(PublicPage.Instance));
            foreach (var page in (string[])["/Decisions/Decision", "/Decisions/Decisions", "/Privacy/Privacy", "/Privacy/Register"])
                options.Conventions.AddPageApplicationModelConvention(page, static page => page.EndpointMetadata.Add(PublicPage.Instance));
        });
    }

    /// <summary>Stands behind who knows the visitor, and around what makes answers small: a copy is kept as it is sent.</summary>
    public static void UsePublicPages(this IApplicationBuilder app)
    {
        app.UseMiddleware<EntityTags>();
        app.UseOutputCache();
    }

    /// <summary>Where files are mapped that everybody may read, pages of other sites too.</summary>
    public static IEndpointRouteBuilder MapPublicFiles(this IEndpointRouteBuilder site)
    {
        var files = site.MapGroup("");
        files.WithMetadata(PublicPage.Instance).AddEndpointFilter(static (call, next) =>
        {
            call.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
            return next(call);
        });
        return files;
    }
}
