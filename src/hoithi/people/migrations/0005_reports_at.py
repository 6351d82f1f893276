import datetime

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0004_outside_account'),
    ]

    operations = [
        migrations.AddField(
            model_name='organisingbody',
            name='reports_at',
            field=models.TimeField(default=datetime.time(7, 0)),
        ),
    ]
