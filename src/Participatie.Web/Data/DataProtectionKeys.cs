using System.Data.Common;
using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Participatie.Web.Data;

/// <summary>Keeps the keys that sign cookies and forms in the database, so that every node reads the same.</summary>
public sealed class DataProtectionKeys(DbDataSource db) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = db.OpenConnection();
        return [.. connection.Query<string>("select xml from data_protection_keys order by id").Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = db.OpenConnection();
        connection.Execute(
            "insert into data_protection_keys (id, xml) values (@friendlyName, @xml) on conflict (id) do nothing",
            new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) });
    }
}
