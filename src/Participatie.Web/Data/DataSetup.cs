using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Participatie.Web.Data;

public static class DataSetup
{
    public static WebApplicationBuilder AddData(this WebApplicationBuilder builder)
    {
        RowMapping.Register();
        var services = builder.Services;
        services.AddSingleton(_ => Databases.Open(builder.Configuration.GetConnectionString(Databases.ConnectionName)));
        services.AddSingleton<Migrator>();
        services.AddSingleton<InstallationSecrets>();
        services.AddSingleton(TimeProvider.System);

        // Half the work of the default for every cookie and form, of a whole hall at once.
        services.AddDataProtection().SetApplicationName("participatie").UseCryptographicAlgorithms(
            new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddSingleton<DataProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<DataProtectionKeys>()));
        return builder;
    }
}
